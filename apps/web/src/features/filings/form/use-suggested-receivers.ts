import { useQuery } from '@tanstack/react-query';
import { saysSomething } from '@zhaoguan/kernel';
import { api, bodyOf } from '../../../shared/api/client';
import type { Suggestion, Suggestions } from '../../../shared/form/field-control-props';
import { useSettled } from '../../../shared/form/use-settled';
import type { Filing } from '../queries';
import { PLACES, receiverInWords, useReceivers } from '../receivers';

const SUCCESSOR = '/institution/notice/successor';
const PLACEMENTS = '/institution/notice/placements';
/** The column of the table that names who takes people in (接收机构). */
const NAME = '/name';

/**
 * Where a notice names an institution that takes over (承接机构) or takes people in (安置去向): those of the county to pick from while one types, and
 * what the register says of the one that stands there, at the field itself.
 */
export function useSuggestedReceivers(filing: Filing): (pointer: string) => Suggestions | undefined {
  const { data = [] } = useReceivers(filing);
  const useSuggested = (typed: string) => useInstitutions(filing, typed);
  const below = (value: string) => {
    const found = data.find(({ name }) => name === value);
    return found === undefined ? null : receiverInWords(found, filing.kind);
  };
  return (pointer) => {
    if (pointer === SUCCESSOR) return { useSuggested, below };
    return pointer === PLACEMENTS ? { column: NAME, useSuggested, below } : undefined;
  };
}

/** Institutions of the county by what is typed, once the person pauses; none where it cannot be asked. */
function useInstitutions({ id, kind }: Filing, typed: string): readonly Suggestion[] {
  const name = useSettled(typed.trim());
  const { data = [] } = useQuery({
    queryKey: ['filing', id, 'receivers', 'suggested', name],
    queryFn: async () =>
      (
        await bodyOf(
          api.GET('/api/v1/filings/{id}/receivers/suggestions', {
            params: { path: { id }, query: { name } },
          }),
        )
      ).items,
    // Of one character the whole register would be offered.
    enabled: saysSomething(name),
  });
  return data.map(({ name: value, capacity }) => ({
    value,
    label: `${value}（共 ${capacity} ${PLACES[kind]}）`,
  }));
}
