// Judges a hundred thousand generated declarations, or as many as KAFKA_NOTES_GENERATED says.
process.env.KAFKA_NOTES_GENERATED ??= '100000';
process.argv.push('generated');
await import('./test.mjs');
