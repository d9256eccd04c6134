import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import type { Filing } from '../queries';

export type Duplicates = Schemas['DuplicatesDto'];

/** What may be the same as the filing; asked anew when it is handed in anew. Officials alone may ask. */
export function useDuplicates({ id, round }: Filing) {
  return useQuery({
    queryKey: ['filing', id, 'duplicates', round],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/duplicates', { params: { path: { id } } })),
  });
}
