import { useMutation } from '@tanstack/react-query';
import { ApiFailure } from '../../shared/api/failure';
import { carryOut } from '../../shared/api/carry-out';
import { proposalOf } from './proposal';
import { askPreview, type Proposal } from './queries';

const REFUSED = 422;

/**
 * What stands between a filled-in penalty and the question whether it is meant: the rules of the server, asked of the
 * server, for notice and decision alike. What they refuse is marked at its field, and nothing is asked.
 */
export function useLawfulPenalty<
  V extends {
    readonly measures?: Proposal['measures'];
    readonly amountFen?: number;
    readonly severity?: Proposal['severity'];
  },
>(caseId: string, ask: (values: V) => void) {
  const looking = useMutation({
    mutationFn: async (values: V) => {
      const { refusal } = await askPreview(caseId, proposalOf(values));
      if (refusal) throw new ApiFailure(refusal, REFUSED);
    },
  });
  return {
    busy: looking.isPending,
    error: looking.error,
    check: (values: V) => carryOut(looking, values, () => ask(values)),
  };
}
