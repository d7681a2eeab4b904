/** The largest main file of Kafka's broker, with annotations of the shipped notes. */
export const kafkaApis = 'core/src/main/scala/kafka/server/KafkaApis.scala';
