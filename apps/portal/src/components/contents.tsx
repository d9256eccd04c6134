import type { VNode } from 'preact';

export interface SectionLink {
  readonly id: string;
  readonly title: string;
}

/** What a long page holds, folded until it is wanted; opened and followed by the keyboard, without a script. */
export function Contents({ sections }: { sections: readonly SectionLink[] }): VNode {
  return (
    <nav class="contents no-print" aria-label="本页内容">
      <details>
        <summary>本页内容（{sections.length} 节）</summary>
        <ol>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
