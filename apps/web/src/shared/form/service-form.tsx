import type { RemovalService } from '@zhaoguan/contracts';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { dayInWords } from '../ui/dates';
import { Decision } from '../ui/decision';
import { ActPanel } from './act-panel';
import { RecordForm } from './record-form';
import { ServedDayField, type ServedPaper } from './served-day-field';
import { ServiceChoice } from './service-choice';
import { ServiceNoteField } from './service-note-field';
import type { FormDraft } from './use-form-draft';
import { withOpenWay } from './ways-open';

/** What is entered of a service (送达). */
export interface ServiceValues<S extends RemovalService = RemovalService> {
  readonly service: S;
  readonly serviceNote?: string;
  readonly servedOn?: string | null;
}

/** The two steps of an act, as the cases have them: what was filled in, and whether it is meant. */
export interface ServiceAct<V extends object> {
  readonly draft: Pick<FormDraft<V>, 'value' | 'setValue' | 'state'>;
  readonly asked: V | null;
  readonly ask: (values: V) => void;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly cancel: () => void;
}

interface ServiceFormProps<S extends RemovalService, V extends ServiceValues<S>> {
  /** Of the form in the page. */
  readonly name: string;
  readonly title?: string;
  readonly paper: ServedPaper;
  readonly services: readonly S[];
  readonly servesOnline: boolean;
  readonly reaches: Readonly<Record<S, string>>;
  readonly act: ServiceAct<V>;
  /** What stands there before anything is typed, where that is not the usual. */
  readonly initial?: Partial<V> | undefined;
  readonly consequences: (values: V) => readonly string[];
  readonly onConfirm: (values: V) => void;
  readonly onLater: () => void;
  /** What else is asked. */
  readonly children?: ReactNode;
}

/** Enters how and when a paper reached whom it is for (登记送达): notices and decisions, of penalties and of removals. */
export function ServiceForm<S extends RemovalService, V extends ServiceValues<S>>({
  name,
  title = '登记送达',
  paper,
  services,
  servesOnline,
  reaches,
  act,
  initial,
  consequences,
  onConfirm,
  onLater,
  children,
}: ServiceFormProps<S, V>) {
  const [form] = Form.useForm<V>();
  const service = Form.useWatch<RemovalService | undefined>('service', form);
  const begun = withOpenWay<S, Partial<V>>(
    { ...initial, ...act.draft.value } as Partial<V>,
    services,
    servesOnline,
  );
  return (
    <ActPanel title={title} onLater={onLater}>
      <RecordForm<V>
        name={name}
        form={form}
        // Delivery first: a paper was printed for it.
        initialValues={{ service: 'DELIVERED', ...begun } as Partial<V>}
        submit={title}
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <ServiceChoice services={services} servesOnline={servesOnline} reaches={reaches} />
        {service !== undefined && service !== 'ONLINE' && (
          <ServiceNoteField
            service={service}
            isAnnouncedApart={services.some((each) => each === 'ANNOUNCED')}
          />
        )}
        {(service === 'DELIVERED' || (service === 'ANNOUNCED' && paper.name === '决定书')) && (
          <ServedDayField paper={paper} isAnnounced={service === 'ANNOUNCED'} />
        )}
        {children}
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act={title}
        consequences={act.asked === null ? [] : consequences(act.asked)}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && onConfirm(act.asked)}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

/** What is sent of it; what reaches an account does so today and is taken by nobody. */
export function serviceOf<S extends RemovalService>({ service, serviceNote, servedOn }: ServiceValues<S>) {
  return {
    service,
    ...(service === 'ONLINE' || serviceNote === undefined ? {} : { serviceNote }),
    ...(service === 'ONLINE' || typeof servedOn !== 'string' ? {} : { servedOn }),
  };
}

/** The day on which it was handed over, in brackets; nothing where that is today. */
export function servedDayInWords({ service, servedOn }: ServiceValues): string {
  return service !== 'ONLINE' && typeof servedOn === 'string' ? `（${dayInWords(servedOn)}）` : '';
}
