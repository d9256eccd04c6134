import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/client';
import type { Filing } from './queries';

/** The own case of the same matter that was refused; asked anew when the draft is saved, or a file uploaded. */
export function useRefusedBefore({ id, version, updatedAt, materials }: Filing) {
  const uploaded = materials.map(({ file }) => file?.sm3 ?? null);
  return useQuery({
    queryKey: ['filing', id, 'refused-before', version, updatedAt, uploaded],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/filings/{id}/refused-before', { params: { path: { id } } }))).items,
    placeholderData: keepPreviousData,
  });
}
