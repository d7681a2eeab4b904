import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pure = {
  patterns: [
    { regex: '^(vscode|node:.*|fs|path|os|url|child_process|worker_threads)$', message: 'The core is pure: no editor, no Node.' },
  ],
};
const noEditor = { paths: [{ name: 'vscode', message: 'Only src/extension imports the editor.' }] };

export default defineConfig(
  { ignores: ['dist/', 'test-output/', 'node_modules/', 'test/fixtures/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './src/core/tsconfig.json',
          './src/worker/tsconfig.web.json',
          './media/tsconfig.json',
          './test/e2e/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  { files: ['src/core/**', 'src/protocol/**'], rules: { 'no-restricted-imports': ['error', pure] } },
  {
    files: ['src/cli/**', 'src/worker/**', 'src/source/**', 'media/**'],
    rules: { 'no-restricted-imports': ['error', noEditor] },
  },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off', '@typescript-eslint/unbound-method': 'off' } },
  {
    files: ['test/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
