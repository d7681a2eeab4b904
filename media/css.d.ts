/** The bundler writes imported styles beside the script. */
declare module '*.css';
