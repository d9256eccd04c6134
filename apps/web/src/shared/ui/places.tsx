import { useQuery } from '@tanstack/react-query';
import { districtPrefix, isDistrictCode } from '@zhaoguan/kernel';
import { api, bodyOf } from '../api/client';
import { useUser } from '../session/use-session';

const EVERYWHERE = '*';

/** Names of districts by code; they change once a year. */
export function useDistricts() {
  return useQuery({
    queryKey: ['districts'],
    queryFn: async () => {
      const { items } = await bodyOf(api.GET('/api/v1/districts'));
      return new Map(items.map((district) => [district.code, district]));
    },
    staleTime: Infinity,
  });
}

/** `西安市长安区` for `610116`; the code itself while the names are loading. */
export function usePlaceName(code: string): string {
  return usePlaceNames([code]);
}

/** The names of several, joined. */
export function usePlaceNames(codes: readonly string[]): string {
  const { data } = useDistricts();
  return codes.map((code) => (code === EVERYWHERE ? '全国' : (data?.get(code)?.path ?? code))).join('、');
}

/** The one county in which everything lies that the person sees; undefined for who sees more. */
export function useOnlyCounty(): string | undefined {
  const { districts } = useUser();
  const [only = '', ...others] = districts;
  return others.length === 0 && isCounty(only) ? only : undefined;
}

const isCounty = (code: string): boolean => isDistrictCode(code) && districtPrefix(code) === code;

/** The name of a district where a hook cannot stand: in a column or a line of a list. */
export function PlaceName({ code }: { readonly code: string }) {
  return usePlaceName(code);
}
