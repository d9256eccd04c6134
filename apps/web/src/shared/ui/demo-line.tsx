import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import './demo-line.css';

/** On a demonstration (演示系统) every page says so, as the public pages do: nobody takes its institutions for real ones. */
export function DemoLine() {
  const { data } = useQuery({
    queryKey: ['installation'],
    queryFn: () => bodyOf(api.GET('/api/v1/installation')),
    staleTime: Infinity,
  });
  if (data?.demo !== true) return null;
  return (
    <aside className="demo-line" aria-label="演示系统">
      演示系统：机构、人员、检查和处罚均为虚构。
    </aside>
  );
}
