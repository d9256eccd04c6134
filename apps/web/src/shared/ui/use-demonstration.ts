import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';

/** Whether this is a demonstration (演示系统); undefined while that is not known. */
export function useDemonstration(): boolean | undefined {
  const { data } = useQuery({
    queryKey: ['installation'],
    queryFn: () => bodyOf(api.GET('/api/v1/installation')),
    staleTime: Infinity,
  });
  return data?.demo;
}
