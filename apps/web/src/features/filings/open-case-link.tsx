import { Link } from 'react-router';
import { ApiFailure } from '../../shared/api/failure';

const NAMES_A_CASE: ReadonlySet<string> = new Set(['DUPLICATE_FILING', 'CHANGE_UNDER_WAY']);

/** To the own case that is in the way of another of the same site or institution; nothing where none is, or it is somebody else's. */
export function OpenCaseLink({ error }: { readonly error: Error | null }) {
  if (!(error instanceof ApiFailure) || !NAMES_A_CASE.has(error.problem.code)) return null;
  const { filingId } = error.problem;
  return filingId === undefined ? null : <Link to={`/filings/${filingId}`}>查看在办的那一件</Link>;
}
