import * as vscode from 'vscode';
import { sayInPassing } from '../editor/sayInPassing';
import type { Model } from '../model/model';
import { codeHere } from './codeHere';

/** Copies the anchor of the code at the cursor, or of what is selected there. */
export async function copyAnchor(model: Model, at: unknown): Promise<void> {
  const code = codeHere(model, at);
  if (code === undefined) return;
  await vscode.env.clipboard.writeText(code.anchor);
  sayInPassing(vscode.l10n.t('Copied: {0}', code.anchor));
}
