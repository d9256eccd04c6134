import { Redis, type RedisOptions } from 'ioredis';

/**
 * A connection to Redis that ends when it is told to. ioredis told to disconnect while it waits to connect again gives
 * up its next attempt and never says that it has ended; BullMQ waits for that word, and a worker that was stopped just
 * then would not stop.
 */
export class EndableRedis extends Redis {
  override disconnect(reconnect = false): void {
    // In this state ioredis ends a connection by itself: there is no socket whose close would do it.
    if (!reconnect && this.status === 'reconnecting') this.status = 'wait';
    super.disconnect(reconnect);
  }

  /** BullMQ makes the connection on which a worker waits in this way. */
  override duplicate(override?: Partial<RedisOptions>): EndableRedis {
    return new EndableRedis({ ...this.options, ...override });
  }
}
