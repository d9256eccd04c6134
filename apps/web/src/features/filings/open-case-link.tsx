import { Link } from 'react-router';
import { ApiFailure } from '../../shared/api/failure';

/** To the own case that is in the way of another of the same site; nothing where none is, or it is somebody else's. */
export function OpenCaseLink({ error }: { readonly error: Error | null }) {
  if (!(error instanceof ApiFailure) || error.problem.code !== 'DUPLICATE_FILING') return null;
  const { filingId } = error.problem;
  return filingId === undefined ? null : <Link to={`/filings/${filingId}`}>查看在办的那一件</Link>;
}
