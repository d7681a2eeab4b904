/** The release of Kafka that the notes are written for. */
export const version = '2.2.0';

/** The asset with the outlines of Kafka's source as it was released. */
export const outlines = `kafka-${version}.outlines`;
