/** The folder with the whole source of Kafka 2.2.0. */
export function kafkaSource(): string {
  const folder = process.env.KAFKA_NOTES_SOURCE;
  if (folder === undefined || folder === '')
    throw new Error('Set KAFKA_NOTES_SOURCE to a folder with the source of Kafka 2.2.0.');
  return folder;
}
