import type { VNode } from 'preact';

/** Said where a filter of the address that we do not know was left out: else the list looks like what was asked for. */
export function DroppedNote({ dropped }: { dropped: boolean }): VNode | null {
  return dropped ? <p class="notice">网址中有一项筛选条件无法识别，没有使用。</p> : null;
}
