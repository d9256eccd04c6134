import { useQuery } from '@tanstack/react-query';
import type { Kind } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import { api, bodyOf } from '../../shared/api/client';
import { notHereYet } from './office-words';

interface OfficeOfPlaceProps {
  readonly kind: Kind | undefined;
  readonly district: string | undefined;
}

/** At the district with which a filing is to be begun, when nobody takes it there; nothing anywhere else. */
export function OfficeOfPlace({ kind, district }: OfficeOfPlaceProps) {
  const { data } = useQuery({
    queryKey: ['filings', 'office', kind, district],
    queryFn: () =>
      bodyOf(
        api.GET('/api/v1/filings/office', {
          params: { query: { kind: kind ?? 'CHILDCARE', district: district ?? '' } },
        }),
      ),
    enabled: kind !== undefined && district !== undefined,
  });
  if (data === undefined || data.here) return null;
  return <Alert type="warning" showIcon title={notHereYet(data)} style={{ marginBottom: 16 }} />;
}
