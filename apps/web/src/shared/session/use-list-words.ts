import { useQuery } from '@tanstack/react-query';
import { isLicensedIn, KINDS, kindsLedBy, LIST_WORDS, ROLE_LABELS } from '@zhaoguan/contracts';
import { api, bodyOf } from '../api/client';
import { useUser } from './use-session';

/** How lists are named for the person: of filings alone, or where licences (许可) are held as well. */
export function useListWords(): (typeof LIST_WORDS)['FILINGS'] {
  return LIST_WORDS[useIsLicensed() ? 'BOTH' : 'FILINGS'];
}

/** What roles (岗位) are called where the person works. */
export function useRoleLabels(): typeof ROLE_LABELS {
  return { ...ROLE_LABELS, REGISTRAR: useListWords().registrar };
}

/** Whether licences are held beside filings where the person works; not before that is known. A page that is open learns of a switch with the next one. */
export function useIsLicensed(): boolean {
  const { departments, districts } = useUser();
  const { data } = useQuery({
    queryKey: ['regimes'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/regimes'))).items,
    staleTime: 60_000,
  });
  const led = kindsLedBy(departments);
  const where = {
    // An applicant files anywhere, and some officials lead no kind.
    places: districts.length === 0 ? ['*'] : districts,
    kinds: led.length === 0 ? KINDS : led,
  };
  return data !== undefined && isLicensedIn(data, where);
}
