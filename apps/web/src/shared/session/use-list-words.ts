import { useQuery } from '@tanstack/react-query';
import { isLicensedIn, KINDS, kindsLedBy, LIST_WORDS } from '@zhaoguan/contracts';
import { api, bodyOf } from '../api/client';
import { useUser } from './use-session';

/** How lists are named for the person: of filings alone, or where licences (许可) are held as well. */
export function useListWords(): (typeof LIST_WORDS)['FILINGS'] {
  const { departments, districts } = useUser();
  const { data } = useQuery({
    queryKey: ['regimes'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/regimes'))).items,
    staleTime: Infinity,
  });
  const led = kindsLedBy(departments);
  const where = {
    // An applicant files anywhere, and some officials lead no kind.
    places: districts.length === 0 ? ['*'] : districts,
    kinds: led.length === 0 ? KINDS : led,
  };
  return LIST_WORDS[data !== undefined && isLicensedIn(data, where) ? 'BOTH' : 'FILINGS'];
}
