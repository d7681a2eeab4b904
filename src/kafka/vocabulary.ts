import type { Vocabulary } from '../core/search/vocabulary';

/**
 * Words that mean the same to people who read Kafka, so that a question in one language finds notes in the other, and a question
 * in a user's words finds the note that uses the source's. Only words that are the same in Kafka belong here: a neighbour of the
 * same topic does not, or a question would find what it does not ask for. English words stand in their shortest form.
 */
export const vocabulary: Vocabulary = [
  // What happens.
  ['trigger', '触发'],
  ['call', 'invoke', '调用'],
  ['append', '追加', '写入'],
  ['fetch', '拉取'],
  ['send', '发送'],
  ['wait', '等待'],
  ['retry', 'retries', '重试'],
  ['recover', '恢复'],
  ['shutdown', 'shut down', '停机', '关停'],
  ['start up', 'startup', '启动'],
  ['fsync', 'flush', '刷盘', '落盘'],
  ['delete', 'deletion', '删除'],
  ['replication', '复制'],
  ['election', '选举'],
  ['rebalance', '再均衡', '重平衡'],
  ['compaction', 'log cleaner', '日志清理'],
  ['compression', '压缩'],
  ['throttle', '限流'],
  ['quota', '配额'],
  // What there is.
  ['high watermark', '高水位'],
  ['zero copy', '零拷贝'],
  ['page cache', '页缓存'],
  ['purgatory', '炼狱'],
  ['timing wheel', '时间轮'],
  ['replica', '副本'],
  ['partition', '分区'],
  ['topic', '主题'],
  ['producer', '生产者'],
  ['consumer', '消费者'],
  ['controller', '控制器'],
  ['coordinator', '协调器'],
  ['segment', '日志段'],
  ['record', 'message', '消息', '记录'],
  ['batch', '批次'],
  ['acknowledge', 'ack', '确认'],
  ['idempotent', 'idempotence', '幂等'],
  ['transaction', '事务'],
  ['thread', '线程'],
  ['lock', '锁'],
  ['network thread', '网络线程'],
  ['network layer', '网络层'],
  ['checkpoint', '检查点'],
  ['recovery point', '恢复点'],
  ['retention', '保留'],
  ['metadata', '元数据'],
  ['memory', '内存'],
  ['order', '顺序'],
  ['default', '默认'],
];
