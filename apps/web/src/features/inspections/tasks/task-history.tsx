import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';
import { Loaded } from '../../../shared/ui/loaded';
import { ActHistory } from '../act-history';

export default function TaskHistory({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: ['inspection-task', id, 'history'],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/inspection-tasks/{id}/history', { params: { path: { id } } }))).items,
  });
  return (
    <section className="panel">
      <h2>办理记录</h2>
      <Loaded query={query} what="办理记录">
        {(acts) => <ActHistory acts={acts} />}
      </Loaded>
    </section>
  );
}
