import { useQuery } from '@tanstack/react-query';
import { saysSomething } from '@zhaoguan/kernel';
import { api, bodyOf } from '../../../shared/api/client';
import type { Suggestion } from '../../../shared/form/field-control-props';
import { useSettled } from '../../../shared/form/use-settled';
import type { Filing } from '../queries';
import { PLACES } from '../receivers';

export const SUCCESSOR = '/institution/notice/successor';

/** Institutions of the county by what is typed as who takes over (承接机构), once the person pauses; none where it cannot be asked. */
export function useSuggestedSuccessors({ id, type, kind }: Filing, typed: unknown): readonly Suggestion[] {
  const name = useSettled(typeof typed === 'string' ? typed.trim() : '');
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
    enabled: type === 'CLOSURE' && saysSomething(name),
  });
  return data.map(({ name: value, capacity }) => ({
    value,
    label: `${value}（共 ${capacity} ${PLACES[kind]}）`,
  }));
}
