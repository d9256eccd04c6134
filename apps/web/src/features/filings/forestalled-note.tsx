import { useMutationState, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { actsOn, lastForestalled, meanwhileInWords, unsentIn, type Act, type Read } from './forestalled';
import { useFilingHistory, type Filing, type FilingForm } from './queries';
import { placeOf } from './remark-list';

interface ForestalledNoteProps {
  readonly filing: Filing;
  readonly form: FilingForm | undefined;
}

/**
 * For who wanted to do something with a filing while somebody else was faster: what was not done, what has happened meanwhile, and what
 * was written for it. It stays until it is read, for the page beneath is another one now.
 */
export function ForestalledNote({ filing, form }: ForestalledNoteProps) {
  const acts = useMutationState({
    filters: { mutationKey: actsOn(filing.id) },
    select: (mutation): Act => ({ mutation, state: mutation.state }),
  });
  const act = lastForestalled(acts);
  return act === undefined ? null : (
    <Note key={act.mutation.mutationId} act={act} filing={filing} form={form} />
  );
}

function Note({ act, filing, form }: ForestalledNoteProps & { readonly act: Act }) {
  const client = useQueryClient();
  const history = useFilingHistory(filing.id);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up.
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  const forget = () => {
    const cache = client.getMutationCache();
    for (const each of cache.findAll({ mutationKey: actsOn(filing.id), status: 'error' })) cache.remove(each);
  };
  const unsent = unsentIn(act.state.variables);
  const words = history.data ? meanwhileInWords(history.data.items, act.state.context as Read, filing) : [];
  return (
    <div ref={place} style={{ marginBottom: 16 }}>
      <Alert
        type="warning"
        showIcon
        title={`没有${String(act.mutation.meta?.['act'])}：您办理时，本件已有变化`}
        description={
          <>
            {words.map((word) => (
              <p key={word}>{word}</p>
            ))}
            {unsent.length > 0 && (
              <>
                <p>您填写的内容没有发出，仍需要的，可以从这里复制：</p>
                <ul>
                  {unsent.map((each) =>
                    typeof each === 'string' ? (
                      <li key={each} className="typed-lines">
                        {each}
                      </li>
                    ) : (
                      <li key={each.pointer} className="typed-lines">
                        <strong>{form ? placeOf(filing, form, each.pointer) : '补正意见'}</strong>：
                        {each.message}
                      </li>
                    ),
                  )}
                </ul>
              </>
            )}
          </>
        }
        action={
          <Button size="small" onClick={forget}>
            知道了
          </Button>
        }
      />
    </div>
  );
}
