import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';

/** More than a page or a phone sends at once. */
const MOST = 8;

/** Uploads of each account that come in at this moment, in this process, whether whole or in pieces. */
@Injectable()
export class UploadsUnderWay {
  private readonly counts = new Map<string, number>();

  /** Counts one more of the account for as long as `upload` runs. @throws UPLOADS_AT_ONCE */
  async while<T>(account: string, upload: () => Promise<T>): Promise<T> {
    const others = this.counts.get(account) ?? 0;
    if (others >= MOST) throw refuse('UPLOADS_AT_ONCE', { most: MOST });
    this.counts.set(account, others + 1);
    try {
      return await upload();
    } finally {
      const left = (this.counts.get(account) ?? 1) - 1;
      if (left > 0) this.counts.set(account, left);
      else this.counts.delete(account);
    }
  }
}
