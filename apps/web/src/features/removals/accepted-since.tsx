import { matterInWords } from '@zhaoguan/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { useFilings, useFilingsById } from '../filings/queries';
import { useInstitution } from '../institutions/queries';
import { acceptedInWords, acceptedSince, renamedInWords } from './accepted-since-words';
import type { Removal } from './queries';

/** What became of the institution since the case was begun, one sentence each with the way to it: for who decides, before and in the question. */
export function useAcceptedSince(removal: Removal): { readonly id: string; readonly words: ReactNode }[] {
  const { institutionId } = removal;
  const mayRead = useMay('filing.read');
  const { items = [] } = useFilings({ institutionId, sort: '-createdAt' }, mayRead);
  const lines = acceptedSince(removal, items);
  const cases = useFilingsById(lines.map(({ id }) => id));
  const { data: institution } = useInstitution(institutionId);
  const renamed = institution === undefined ? null : renamedInWords(removal, institution.name);
  return [
    ...(renamed === null ? [] : [{ id: institutionId, words: renamed }]),
    ...lines.map((line, place) => ({
      id: line.id,
      words: (
        <>
          {acceptedInWords(removal, line, cases[place])}
          <Link to={`/filings/${line.id}`}>查看{matterInWords(line)}</Link>
        </>
      ),
    })),
  ];
}

/** The same on the page of a removal that is laid before who decides it. */
export function AcceptedSince({ removal }: { readonly removal: Removal }) {
  return useAcceptedSince(removal).map(({ id, words }) => (
    <p key={id} className="notice">
      {words}
    </p>
  ));
}
