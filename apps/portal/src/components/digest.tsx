import type { VNode } from 'preact';

const HEAD = 8;
const TAIL = 6;

/** A digest or code, cut in the middle; opened, it is there whole, to select and to copy, without a script. */
export function Digest({ value, name }: { value: string; name: string }): VNode {
  return (
    <details>
      <summary>
        <span class="mono digest">
          {value.slice(0, HEAD)}…{value.slice(-TAIL)}
        </span>
        <span class="visually-hidden">{`，展开${name}全文`}</span>
      </summary>
      <span class="mono">{value}</span>
    </details>
  );
}
