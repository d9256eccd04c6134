import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { limitStatements, wasCancelled } from '../store/statement-timeout';

/** Longer nobody looks at an empty page. */
const TIMEOUT_MS = 5_000;

/** Reads that count: refused when they take too long, rather than waited for. */
@Injectable()
export class TimedReader {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Reads under the rights of the reader.
   * @throws SERVICE_BUSY when a statement takes more than five seconds
   */
  async read<T>(reader: Caller, query: (manager: Tx['manager']) => Promise<T>): Promise<T> {
    try {
      return await this.work.read(reader, async (manager) => {
        await limitStatements(manager, TIMEOUT_MS);
        return query(manager);
      });
    } catch (error) {
      throw wasCancelled(error) ? refuse('SERVICE_BUSY') : error;
    }
  }
}
