import { useQueryClient } from '@tanstack/react-query';
import { fieldsOf, missingFields, validateForm, valueAt, type FormFault } from '@zhaoguan/forms';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiFailure } from '../../../shared/api/failure';
import { useAutosave } from '../../../shared/form/use-autosave';
import { withValueAt } from '../../../shared/form/pointers';
import { useUser } from '../../../shared/session/use-session';
import { newestOf, type Application, type Filing, type FilingForm } from '../queries';
import { againstServer } from './against-server';
import { besideHeld } from './beside-held';
import { beyondLicenceFaults } from './beyond-licence';
import { followingCode } from './following-code';
import { contestedBy, seenWith } from './contested';
import { saysTheSame, withEntries, type Entries } from './entries';
import { heldBack, withRefused, type HeldBack, type Refusal } from './held-back';
import { answersOf } from './masked';
import { isSameAnswer } from './same-answer';
import { sendAnswers } from './send-answers';
import { asTold } from './told-faults';
import { UnsavedAnswers, type Answers } from './unsaved-answers';

interface Draft {
  readonly answers: { readonly institution: Application };
  /** Typed and not on the server, by pointer. */
  readonly pending: Answers;
  /** What stood on the server where it was typed, by pointer. */
  readonly seen: Answers;
  /** Kept here and changed elsewhere meanwhile, with what stands there, by pointer: waits for a choice. */
  readonly contested: Answers;
  /** What the server did not take though the form finds nothing wrong with it, by pointer. */
  readonly refused: ReadonlyMap<string, Refusal>;
}

const UNPROCESSABLE = 422;

/**
 * A filing while it is being filled in. What is right is saved a moment after it was typed, also beside what is wrong; that is held
 * back, named and kept on this device until it is put right, for the server keeps nothing that contradicts the law.
 */
export function useFilingDraft(filing: Filing, form: FilingForm) {
  const client = useQueryClient();
  const { id: personId } = useUser();
  const [kept] = useState(() => new UnsavedAnswers(personId, filing, personalIn(form)));
  const [draft, setDraft] = useState<Draft>(() => begun(filing, form, kept));
  const now = useRef(draft);
  const [elsewhere, setElsewhere] = useState(false);
  const saved = useRef(filing);
  const { answers, pending } = draft;
  const faults = useMemo(() => faultsIn(filing, form, answers), [filing, form, answers]);
  const held = useMemo(() => heldIn(filing, form, draft), [filing, form, draft]);
  const shown = useMemo(() => withRefused(faults, draft.refused), [faults, draft.refused]);

  const change = useCallback(
    (part: Partial<Draft>) => {
      const next = { ...now.current, ...part };
      now.current = { ...next, seen: seenWith(next.seen, saved.current, next.pending) };
      kept.write(now.current.pending);
      kept.writeSeen(now.current.seen);
      setDraft(now.current);
    },
    [kept],
  );

  const send = useCallback(
    async (entries: Entries) => {
      const known = client.getQueryData<Filing>(['filing', filing.id]);
      // A material was uploaded on this page meanwhile.
      if (known && known.version > saved.current.version && saysTheSame(known, saved.current)) {
        saved.current = known;
      }
      const { after, foreign } = await sendAnswers(saved.current, entries);
      saved.current = after;
      const pending = without(now.current.pending, entries);
      // What was changed on another page is shown as it is: nobody hands in something else than they read.
      const answers = foreign ? adopted(after, pending) : now.current.answers;
      if (foreign) setElsewhere(true);
      change({ pending, answers, seen: seenAfter(now.current.seen, after, pending, entries) });
      client.setQueryData<Filing>(['filing', filing.id], newestOf(after));
    },
    [client, filing.id, change],
  );

  const save = useCallback(async () => {
    const held = [...new Set(heldIn(saved.current, form, now.current).map(({ field }) => field))];
    const stopped = new Set([...held, ...now.current.contested.keys()]);
    const right = [...now.current.pending].filter(([pointer]) => !stopped.has(pointer));
    const ready = [...right, ...besideIn(saved.current, form, now.current, { ready: right, held })];
    if (ready.length === 0) return;
    const refuse = (field: string, error: unknown) =>
      change({ refused: new Map(now.current.refused).set(field, refusalOf(field, error)) });
    try {
      await send(ready);
    } catch (error) {
      if (!isAboutAnswers(error)) throw error;
      // Somewhere among them is what it does not take: the others must not wait for it.
      if (ready.length === 1) ready.forEach(([pointer]) => refuse(pointer, error));
      else await sendEach(ready, send, refuse);
    }
  }, [form, send, change]);

  const autosave = useAutosave<null>(save, (error) => !(error instanceof ApiFailure));
  const { put, flush } = autosave;
  const setValue = useCallback(
    (pointer: string, value: unknown) => {
      const typed: Entries = [
        [pointer, value],
        ...followingCode(saved.current, form, now.current.answers, { pointer, value }),
      ];
      change({
        answers: withEntries(now.current.answers, typed),
        pending: new Map([...now.current.pending, ...typed]),
        refused: new Map(),
      });
      put(null);
    },
    [form, change, put],
  );
  const resolve = useCallback(
    (pointer: string, choice: 'mine' | 'theirs') => {
      const { answers, pending, seen, contested } = now.current;
      const there = contested.get(pointer);
      const but = (all: Answers): Answers => new Map([...all].filter(([key]) => key !== pointer));
      change({
        contested: but(contested),
        seen: but(seen),
        ...(choice === 'theirs' && {
          pending: but(pending),
          answers: withValueAt(answers, pointer, there ?? null),
        }),
      });
      put(null);
    },
    [change, put],
  );
  useEffect(() => {
    // What arrived as the page was closed is kept no longer: once changed elsewhere it would be asked about.
    change({});
    if (now.current.pending.size > 0) put(null);
  }, [change, put]);
  return {
    ...autosave,
    answers,
    faults: shown,
    held,
    contested: draft.contested,
    resolve,
    keptHere: pending.size > 0,
    setValue,
    savedElsewhere: elsewhere,
    unsaved: autosave.unsaved || pending.size > 0,
    flush: useCallback(async () => (await flush()) && now.current.pending.size === 0, [flush]),
  };
}

/** What the server holds, and over it what is still on its way there. */
function adopted({ institution }: Filing, pending: Answers): Draft['answers'] {
  return withEntries({ institution: answersOf(institution as Application) }, [...pending]);
}

/** What the server holds, and over it what this device kept of an earlier visit. */
function begun({ institution }: Filing, form: FilingForm, kept: UnsavedAnswers): Draft {
  const server = { institution: answersOf(institution) };
  const fields = new Set(fieldsOf(form).map(({ pointer }) => pointer));
  const pending = [...kept.read()].filter(
    ([pointer, value]) => fields.has(pointer) && !isSameAnswer(valueAt(server, pointer), value),
  );
  const unsent = { pending: new Map(pending), seen: kept.readSeen() };
  return {
    answers: withEntries(server, pending),
    ...unsent,
    contested: contestedBy({ server: { institution }, ...unsent }),
    refused: new Map(),
  };
}

/** What is wrong by the form, as far as the server does not let it stand. */
const faultsIn = (filing: Filing, form: FilingForm, answers: Draft['answers']): FormFault[] => [
  ...asTold(
    validateForm(form, answers, { ...form, uploaded: uploadedOf(filing), prolongs: filing.prolongs }),
    filing.warnings,
  ),
  ...beyondLicenceFaults(filing, answers),
];

const uploadedOf = ({ materials }: Filing): string[] =>
  materials.filter(({ uploaded }) => uploaded).map(({ code }) => code);

function heldIn(filing: Filing, form: FilingForm, { answers, pending, refused }: Draft): HeldBack[] {
  const faults = faultsIn(filing, form, answers);
  const held = heldBack(form, pending.keys(), { faults, missing: missingFields(form, answers), refused });
  const ready = [...pending].filter(([pointer]) => !held.some(({ field }) => field === pointer));
  return [...held, ...againstServer(form, serverOf(filing), ready, errorsIn(filing, form))];
}

const serverOf = ({ institution }: Filing): Draft['answers'] => ({ institution: answersOf(institution) });

const errorsIn = (filing: Filing, form: FilingForm) => (document: Draft['answers']) =>
  faultsIn(filing, form, document).filter(({ severity }) => severity === 'ERROR');

function besideIn(
  filing: Filing,
  form: FilingForm,
  { answers, pending, refused, contested }: Draft,
  { ready, held }: { readonly ready: Entries; readonly held: readonly string[] },
): Entries {
  const errorsOf = errorsIn(filing, form);
  return besideHeld({
    server: serverOf(filing),
    pending,
    ready,
    held: held.filter((field) => !refused.has(field) && !contested.has(field)),
    wrong: [...errorsOf(answers), ...missingFields(form, answers)],
    errorsOf,
  });
}

async function sendEach(
  entries: Entries,
  send: (entries: Entries) => Promise<void>,
  refuse: (field: string, error: unknown) => void,
): Promise<void> {
  for (const entry of entries) {
    try {
      await send([entry]);
    } catch (error) {
      if (!isAboutAnswers(error)) throw error;
      refuse(entry[0], error);
    }
  }
}

function isAboutAnswers(error: unknown): error is ApiFailure {
  return error instanceof ApiFailure && error.status === UNPROCESSABLE;
}

function refusalOf(field: string, error: unknown): Refusal {
  if (!(error instanceof ApiFailure)) return { at: field, message: '没有保存成功' };
  const [first] = error.problem.errors ?? [];
  return first ? { at: first.pointer, message: first.message } : { at: field, message: error.problem.detail };
}

/** Of what has arrived in part, or was typed on while it was on its way, the server holds now what was sent from here. */
function seenAfter(seen: Answers, after: Filing, pending: Answers, sent: Entries): Answers {
  const partly = sent.filter(([pointer]) => pending.has(pointer));
  return new Map([
    ...seen,
    ...partly.map(([pointer]) => [pointer, valueAt(after, pointer) ?? null] as const),
  ]);
}

/** Without what has arrived; what was typed on the way stays. */
function without(pending: Answers, arrived: Entries): Answers {
  const sent = new Map(arrived);
  return new Map(
    [...pending].filter(([pointer, value]) => !sent.has(pointer) || !Object.is(sent.get(pointer), value)),
  );
}

function personalIn(form: FilingForm): (pointer: string) => boolean {
  const personal = new Set(
    fieldsOf(form)
      .filter((field) => field.personal === true)
      .map(({ pointer }) => pointer),
  );
  return (pointer) => personal.has(pointer);
}
