import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import {
  formOfChange,
  formOfHome,
  formOfLicence,
  formOfProlonging,
  formOnDay,
  type Form,
} from '@zhaoguan/contracts';
import type { FormContext } from '@zhaoguan/forms';
import { plainDate } from '@zhaoguan/kernel';
import { api, bodyOf, ifMatch } from '../../shared/api/client';
import { codeOf } from '../../shared/api/failure';
import { whilePrinting } from '../../shared/papers/while-printing';
import { usePagedList } from '../../shared/table/use-paged-list';
import { actsOn, isForestalled, readBefore } from './forestalled';

export type Filing = Schemas['FilingDto'];
export type FilingLine = Schemas['FilingLineDto'];
export type Material = Schemas['MaterialDto'];
export type Remark = Schemas['RemarkDto'];
export type Disclosure = Schemas['DisclosureDto'];
export type DisclosureAct = Disclosure['availableActions'][number];
/** A remark and whether what it speaks of has been changed since the return. */
export type FollowedRemark = Schemas['FollowedRemarkDto'];
/** What somebody fills in, as the interface takes it. */
export type OverdueOfFiling = Schemas['OverdueOfFilingDto'];
export type Application = Schemas['InstitutionInput'];
/** A form with the day and the limits it is judged by. */
export type FilingForm = Form & FormContext;

export type FilingFilters = Omit<NonNullable<Parameters<typeof listFilings>[0]>, 'cursor' | 'limit'>;

function listFilings(query: {
  readonly status?: FilingLine['status'];
  readonly kind?: FilingLine['kind'];
  readonly institutionId?: string;
  readonly assignee?: 'me' | 'none';
  readonly sort?: '-createdAt';
  readonly cursor?: string;
}) {
  return bodyOf(api.GET('/api/v1/filings', { params: { query } }));
}

/** @param enabled false for who may not read them */
export function useFilings(filters: FilingFilters, enabled = true) {
  return usePagedList<FilingLine>(
    ['filings', filters],
    (cursor) => listFilings({ ...filters, ...(cursor === undefined ? {} : { cursor }) }),
    enabled,
  );
}

const filingQuery = (id: string) => ({
  queryKey: ['filing', id],
  queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}', { params: { path: { id } } })),
});

export function useFiling(id: string) {
  return useQuery(filingQuery(id));
}

/** Each as far as it has been read, in the order of the ids. */
export function useFilingsById(ids: readonly string[]) {
  return useQueries({ queries: ids.map(filingQuery), combine: contentsOf });
}
const contentsOf = (results: readonly { readonly data: Filing | undefined }[]) =>
  results.map(({ data }) => data);

/** Whether what is past its term was raised, for its applicant. @param passed asked only then */
export function useOverdueOfFiling(id: string, passed: boolean) {
  return useQuery({
    queryKey: ['overdue-of-filing', id],
    queryFn: () => bodyOf(api.GET('/api/v1/overdue-items/of-filing/{id}', { params: { path: { id } } })),
    enabled: passed,
  });
}

/** The form of a filing in the words of its law and of the kind of site, with examples of the day and the limits of its district. */
export function useFilingForm({ form: { code, version }, institution, regime, type, prolongs }: Filing) {
  const { district, siteType } = institution;
  return useQuery({
    queryKey: ['filing-form', code, version, district, regime, type, prolongs !== null],
    queryFn: async () => {
      const query = district ? { district } : {};
      const path = { code, version };
      const found = (await bodyOf(
        api.GET('/api/v1/filing-forms/{code}/{version}', { params: { path, query } }),
      )) as FilingForm;
      const dated = formOnDay(found, plainDate(found.today));
      const told = prolongs === null ? dated : formOfProlonging(dated);
      const form = type === 'CHANGE' ? formOfChange(told) : told;
      return regime === 'LICENCE' ? formOfLicence(form) : form;
    },
    // Not in the key: the kind of site is chosen in the form itself, which stays open.
    select: siteType === 'HOME' ? formOfHome<FilingForm> : asItIs,
    staleTime: 600_000,
  });
}
const asItIs = (form: FilingForm): FilingForm => form;

export function useFilingHistory(id: string) {
  return useQuery({
    queryKey: ['filing', id, 'history'],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/history', { params: { path: { id } } })),
  });
}

/** Asked anew with every version, for an act may give one out; and again while one is being printed. */
export function useFilingPapers({ id, version, status }: Filing) {
  return useQuery({
    queryKey: ['filing', id, 'papers', version],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/papers', { params: { path: { id } } })),
    enabled: status !== 'DRAFT',
    placeholderData: keepPreviousData,
    refetchInterval: whilePrinting,
  });
}

const disclosureKey = (id: string) => ['filing', id, 'disclosure'];

/** What the public is told of a filing that does not meet the standards. */
export function useDisclosure({ id }: Filing, enabled: boolean) {
  return useQuery({
    queryKey: disclosureKey(id),
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/disclosure', { params: { path: { id } } })),
    enabled,
  });
}

/** Tells the public, tells it anew, or takes down what it was told; the answer is what it reads afterwards. */
export function useDisclose({ id }: Filing, { version }: Disclosure, act: DisclosureAct) {
  const client = useQueryClient();
  const params = { path: { id }, header: ifMatch(version) };
  return useMutation({
    mutationFn: (body: { readonly reason: string; readonly note: string }) => {
      const { reason, note } = body;
      if (act === 'withdraw')
        return bodyOf(api.POST('/api/v1/filings/{id}/disclosure/withdraw', { params, body: { note } }));
      return act === 'publish'
        ? bodyOf(api.POST('/api/v1/filings/{id}/disclosure/publish', { params, body: { reason } }))
        : bodyOf(api.POST('/api/v1/filings/{id}/disclosure/correct', { params, body: { reason, note } }));
    },
    onSuccess: (after) => client.setQueryData(disclosureKey(id), after),
    onError: async (error) => {
      if (codeOf(error) === 'STALE_VERSION') await client.invalidateQueries({ queryKey: disclosureKey(id) });
    },
  });
}

/** What is different from an earlier submission; asked anew with every version, for each save may change it. */
export function useFilingChanges({ id, version, status, round }: Filing) {
  return useQuery({
    queryKey: ['filing', id, 'changes', version],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/changes', { params: { path: { id } } })),
    enabled: status === 'RETURNED' || round > 1,
    placeholderData: keepPreviousData,
  });
}

export function useDraftFiling() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: Schemas['DraftFilingDto'] & { readonly key: string }) =>
      bodyOf(api.POST('/api/v1/filings', { body, params: { header: { 'Idempotency-Key': key } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['filings'] }),
  });
}

/** What the page keeps when an answer comes: of two that overtook each other, the one that was given last. */
export function newestOf(after: Filing): (before: Filing | undefined) => Filing {
  return (before) => (before && before.version > after.version ? before : after);
}

/**
 * A return keeps what was said on the telephone as a note; who decides conducts it from then on; and what is decided is handed
 * to nobody any more, and nobody is asked about it. Officials go for it, or go no more; and after an end they look what became of the people.
 */
const MOVED_BY_AN_ACT = ['history', 'notes', 'assignment', 'opinions', 'verification', 'closure'] as const;

/** An act whose page says it lastingly where somebody else was faster (`ForestalledNote`). */
interface ActByName {
  readonly name: string;
  /** What was asked is about a case that is another by now: its dialog goes. */
  readonly onForestalled: () => void;
}

/** An act on a filing; the answer is the filing as it is afterwards. */
export function useFilingAct<B = void>(
  act: (filing: Filing, body: B) => Promise<Filing>,
  filing: Filing,
  named?: ActByName,
) {
  const client = useQueryClient();
  const acting = useMutation({
    ...(named && { mutationKey: actsOn(filing.id), meta: { act: named.name }, gcTime: Infinity }),
    onMutate: () => readBefore(client, filing.id),
    onError: async (error) => {
      if (!named || !isForestalled(error)) return;
      named.onForestalled();
      await client.invalidateQueries({ queryKey: ['filing', filing.id] });
    },
    // Autosave may have raised the version since this was drawn.
    mutationFn: (body: B) => act(client.getQueryData<Filing>(['filing', filing.id]) ?? filing, body),
    onSuccess: async (after) => {
      client.setQueryData(['filing', filing.id], after);
      await Promise.all(
        MOVED_BY_AN_ACT.map((part) => client.invalidateQueries({ queryKey: ['filing', filing.id, part] })),
      );
      // The page of the institution says what was found, what is owed and what it promised.
      for (const queryKey of [
        ['institution', after.institutionId],
        ['commitments', after.institutionId],
      ])
        if (after.institutionId !== null) await client.invalidateQueries({ queryKey });
      await client.invalidateQueries({ queryKey: ['filings'] });
      await client.invalidateQueries({ queryKey: ['work-items'] });
    },
  });
  // It stands on the page and not in the dialog, which has gone.
  const isSaidElsewhere = named !== undefined && isForestalled(acting.error);
  return { ...acting, error: isSaidElsewhere ? null : acting.error };
}

const at = ({ id, version }: Filing) => ({ params: { path: { id }, header: ifMatch(version) } });

export const editFiling = (filing: Filing, institution: Application) =>
  bodyOf(api.PATCH('/api/v1/filings/{id}', { ...at(filing), body: { institution } }));
export const submitFiling = (filing: Filing) => bodyOf(api.POST('/api/v1/filings/{id}/submit', at(filing)));
export const abandonDraft = (filing: Filing) => bodyOf(api.POST('/api/v1/filings/{id}/abandon', at(filing)));
export const withdrawFiling = (filing: Filing, reason: string) => {
  const body = reason.trim() === '' ? {} : { reason };
  return bodyOf(api.POST('/api/v1/filings/{id}/withdraw', { ...at(filing), body }));
};
export const returnFiling = (filing: Filing, body: { readonly reasons: Remark[]; readonly call?: string }) =>
  bodyOf(api.POST('/api/v1/filings/{id}/return', { ...at(filing), body }));
export const refuseFiling = (filing: Filing, reason: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/refuse', { ...at(filing), body: { reason } }));
export const admitFiling = (filing: Filing) => bodyOf(api.POST('/api/v1/filings/{id}/admit', at(filing)));
export const dismissFiling = (filing: Filing, body: Schemas['DismissFilingDto']) =>
  bodyOf(api.POST('/api/v1/filings/{id}/dismiss', { ...at(filing), body }));
export const stateTakeover = (filing: Filing, body: Schemas['StateTakeoverDto']) =>
  bodyOf(api.PUT('/api/v1/filings/{id}/takeover', { ...at(filing), body }));
/** @param body why it is accepted although a department does not agree */
export const acceptFiling = (filing: Filing, body: Schemas['AcceptFilingDto']) =>
  bodyOf(api.POST('/api/v1/filings/{id}/accept', { ...at(filing), body }));

const promiseAt = ({ id }: Filing, code: string) => ({ params: { path: { id, code } } });

export const giveCommitment = (
  filing: Filing,
  { code, text }: { readonly code: string; readonly text: string },
) =>
  bodyOf(api.PUT('/api/v1/filings/{id}/commitments/{code}', { ...promiseAt(filing, code), body: { text } }));
export const withdrawCommitment = (filing: Filing, code: string) =>
  bodyOf(api.POST('/api/v1/filings/{id}/commitments/{code}/withdraw', promiseAt(filing, code)));

interface Judged {
  readonly code: string;
  readonly action: 'confirm' | 'return' | 'breach';
  readonly reason: string;
}

export function judgeCommitment(filing: Filing, { code, action, reason }: Judged): Promise<Filing> {
  const at = { ...promiseAt(filing, code), headers: ifMatch(filing.version) };
  if (action === 'confirm') return bodyOf(api.POST('/api/v1/filings/{id}/commitments/{code}/confirm', at));
  const body = { reason };
  return action === 'return'
    ? bodyOf(api.POST('/api/v1/filings/{id}/commitments/{code}/return', { ...at, body }))
    : bodyOf(api.POST('/api/v1/filings/{id}/commitments/{code}/breach', { ...at, body }));
}

/** What an institution has promised and what became of it. */
export function useCommitments(institutionId: string) {
  return useQuery({
    queryKey: ['commitments', institutionId],
    queryFn: () => bodyOf(api.GET('/api/v1/commitments', { params: { query: { institutionId } } })),
  });
}

/** What it would cost the institution in credit to find that a promise was not kept; asked for once that is thought of. */
export function useBreachPreview(institutionId: string | null) {
  return useQuery({
    queryKey: ['breach-preview', institutionId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/v1/institutions/{id}/credit/preview/breach', {
          params: { path: { id: institutionId ?? '' } },
        }),
      ),
    enabled: institutionId !== null,
  });
}
