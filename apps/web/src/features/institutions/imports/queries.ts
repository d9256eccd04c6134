import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../../shared/api/client';
import { sendFile } from '../../../shared/files/send-file';
import { usePagedList } from '../../../shared/table/use-paged-list';

export type DirectoryImport = Schemas['DirectoryImportDto'];

export const IMPORTS_PATH = '/api/v1/institution-imports';
const LIST = 'institution-imports';
const ASK_EVERY_MS = 1_000;

export function useDirectoryImports() {
  return usePagedList<DirectoryImport>([LIST], (cursor) =>
    bodyOf(api.GET(IMPORTS_PATH, { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
}

/** One line of the list, asked for again until it has ended. */
export function useDirectoryImport(line: DirectoryImport): DirectoryImport {
  const { id } = line;
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['institution-import', id],
    queryFn: async () => {
      const now = await bodyOf(api.GET('/api/v1/institution-imports/{id}', { params: { path: { id } } }));
      if (now.endedAt !== null)
        await Promise.all([LIST, 'institutions'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      return now;
    },
    initialData: line,
    enabled: line.endedAt === null,
    refetchInterval: ({ state }) => (state.data?.endedAt === null ? ASK_EVERY_MS : false),
  });
  return line.endedAt === null ? data : line;
}

export function useHandInDirectory(onProgress: (share: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => sendFile<DirectoryImport>(IMPORTS_PATH, file, { method: 'POST', onProgress }),
    onMutate: () => onProgress(0),
    onSuccess: () => client.invalidateQueries({ queryKey: [LIST] }),
  });
}
