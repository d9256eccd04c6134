import { Injectable } from '@nestjs/common';
import type { Form } from '@zhaoguan/contracts';
import { findField, type ChangedField } from '@zhaoguan/forms';
import { lastFour } from '@zhaoguan/kernel';
import { FilingReference } from './filing-reference';

/** Changed fields as people read them: places by their names, which a form does not know. */
@Injectable()
export class ReadableChanges {
  constructor(private readonly reference: FilingReference) {}

  /** @param own whether the reader is the applicant, who sees the own resident id by its last four */
  execute(form: Form, fields: readonly ChangedField[], own: boolean): Promise<ChangedField[]> {
    return Promise.all(fields.map((field) => this.readable(form, field, own)));
  }

  private async readable(form: Form, field: ChangedField, own: boolean): Promise<ChangedField> {
    const type = findField(form, field.pointer)?.type;
    if (type === 'residentId' && own) return { ...field, old: lastFour(field.old), new: lastFour(field.new) };
    if (type !== 'district' && type !== 'township') return field;
    return { ...field, old: await this.placeName(field.old), new: await this.placeName(field.new) };
  }

  /** What is no code stands for nothing filled in, and stays as it is. */
  private async placeName(text: string): Promise<string> {
    const path = await this.reference.districtPath(text);
    return path === '' ? text : path;
  }
}
