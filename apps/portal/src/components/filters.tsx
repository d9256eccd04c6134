import type { VNode } from 'preact';
import type { PageContext } from '../http/page-context';

interface FilterRowProps {
  readonly context: PageContext;
  readonly name: string;
  readonly parameter: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A filter as links, so that the list one sees is the address one can send on. A new choice begins at the first page. */
export function FilterRow({ context, name, parameter, choices }: FilterRowProps): VNode {
  const { cursor: _, ...query } = context.query;
  const chosen = choices.some(({ value }) => value === query[parameter]) ? query[parameter] : undefined;
  const all = [{ value: undefined, label: '全部' }, ...choices];
  return (
    <div class="filter">
      <span class="filter-name" id={`filter-${parameter}`}>
        {name}
      </span>
      <ul aria-labelledby={`filter-${parameter}`}>
        {all.map(({ value, label }) => (
          <li key={label}>
            <a
              class="chip"
              href={context.href(context.path, { ...query, [parameter]: value })}
              aria-current={value === chosen ? 'true' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
