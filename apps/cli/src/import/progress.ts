import type { ImportProgress } from '@zhaoguan/institutions';

const TELL_EVERY_MS = 2_000;

/** Of a long import how far it has come; a short one is over before there is anything to say. */
export class ProgressTeller {
  /** Where the measured part begins: rows that were imported before an interruption are passed over faster. */
  private start: (ImportProgress & { readonly at: number }) | undefined;
  private readonly began: number;
  private told: number;

  constructor(
    private readonly stderr: { write(text: string): unknown },
    private readonly now: () => number,
  ) {
    this.began = now();
    this.told = this.began;
  }

  elapsed(): string {
    return duration((this.now() - this.began) / 1000);
  }

  tell(progress: ImportProgress): void {
    const now = this.now();
    if (!this.start || progress.isRecalled) this.start = { ...progress, at: now };
    if (now - this.told < TELL_EVERY_MS) return;
    this.told = now;
    const { rows, added, share } = progress;
    const percent = Math.floor(share * 100);
    this.stderr.write(
      `已处理 ${rows} 行（${percent}%），新增 ${added}${paceOf(this.start, progress, now)}\n`,
    );
  }
}

function paceOf(start: ImportProgress & { readonly at: number }, now: ImportProgress, at: number): string {
  const seconds = (at - start.at) / 1000;
  const share = now.share - start.share;
  if (seconds <= 0 || share <= 0) return '';
  const rate = Math.round((now.rows - start.rows) / seconds);
  return `，每秒 ${rate} 行，预计还需 ${duration(((1 - now.share) / share) * seconds)}`;
}

/** 45 秒, 3 分 20 秒 */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} 秒` : `${minutes} 分 ${whole % 60} 秒`;
}
