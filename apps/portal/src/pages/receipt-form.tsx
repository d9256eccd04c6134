import type { PublicWords } from '@zhaoguan/contracts';
import type { VNode } from 'preact';
import type { PageContext } from '../http/page-context';

/** Where one asks whether a number is genuine, as it is printed. */
export function ReceiptForm({
  context,
  number,
  words,
}: {
  context: PageContext;
  number: string;
  words: PublicWords;
}): VNode {
  return (
    <div class="section no-print">
      <form class="search single" action="/receipts" method="get" role="search" aria-label={words.check}>
        <div class="field">
          <label for="number">编号</label>
          <p class="hint" id="number-hint">
            例如 610116-YL-2026-0042
          </p>
          <input
            id="number"
            name="number"
            type="text"
            required
            maxLength={60}
            value={number}
            autoComplete="off"
            aria-describedby="number-hint"
          />
        </div>
        {context.elder && <input type="hidden" name="view" value="elder" />}
        <button type="submit" class="button">
          核对
        </button>
      </form>
    </div>
  );
}
