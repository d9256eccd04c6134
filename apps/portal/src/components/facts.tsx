import type { ComponentChildren, VNode } from 'preact';

export interface Fact {
  readonly name: string;
  readonly value: ComponentChildren;
}

/** Names and values. A value that is not known is said to be unknown, not left out, unless it does not apply (null). */
export function Facts({ facts }: { facts: readonly (Fact | null)[] }): VNode {
  return (
    <dl class="facts">
      {facts
        .filter((fact): fact is Fact => fact !== null)
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** A section of a page with its heading. */
export function Section(props: { id: string; title: string; children: ComponentChildren }): VNode {
  return (
    <section class="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Nothing here, and what to do next. */
export function Empty({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}
