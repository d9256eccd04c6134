import type { RemovalService } from '@zhaoguan/contracts';
import { TextField } from './text-field';

interface ServiceNoteFieldProps {
  readonly service: RemovalService;
  /** Whether an announcement (公告送达) is a way of service of its own; else it is told of here. */
  readonly isAnnouncedApart: boolean;
}

/** Who took it and how, or why it is announced. */
export function ServiceNoteField({ service, isAnnouncedApart }: ServiceNoteFieldProps) {
  const isAnnounced = service === 'ANNOUNCED';
  return (
    <TextField
      name="serviceNote"
      label={isAnnounced ? '公告送达的原因' : '送达情况'}
      help={
        isAnnounced
          ? '例如多次上门没有人、电话无法接通。不公开。'
          : `例如由机构负责人当面签收${isAnnouncedApart ? '' : '；公告送达的，写明公告的方式和期间'}。`
      }
      maxLength={500}
    />
  );
}
