import { KINDS, KIND_LABELS } from '@zhaoguan/contracts';
import type { ComponentChildren, VNode } from 'preact';
import type { PageContext } from '../http/page-context';
import { FilterRow } from './filters';
import { DistrictSelect, Scope, type Districts } from './search-form';

interface RecordFiltersProps {
  readonly context: PageContext;
  readonly districts: Districts;
  /** Where the list lives. */
  readonly path: string;
  /** Further fields of the form. */
  readonly children?: ComponentChildren;
}

/** Filters of the lists of results and penalties: district by a form, kind by links. */
export function RecordFilters({ context, districts, path, children }: RecordFiltersProps): VNode {
  const { kind, district } = context.query;
  return (
    <div class="panel no-print">
      <form
        class={children === undefined ? 'search single' : 'search'}
        action={path}
        method="get"
        role="search"
        aria-label="筛选"
      >
        {children}
        <div class="field">
          <label for="district">所在区县</label>
          <DistrictSelect districts={districts} chosen={district} />
        </div>
        {kind !== undefined && <input type="hidden" name="kind" value={kind} />}
        {context.elder && <input type="hidden" name="view" value="elder" />}
        <button type="submit" class="button">
          筛选
        </button>
      </form>
      <div class="filters">
        <FilterRow
          context={context}
          name="机构类型"
          parameter="kind"
          choices={KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
        />
      </div>
      <Scope context={context} districts={districts} />
    </div>
  );
}
