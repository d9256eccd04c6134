import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@zhaoguan/platform';
import type { Application } from '../domain/application';

/** An application as it is kept: what is personal sealed, the rest readable. */
export interface KeptApplication {
  readonly application: object;
  readonly personal: string;
}

interface Personal {
  readonly residentId: string | null;
  readonly phone: string | null;
  readonly contactPhone: string | null;
}

/** Parts an application into what may be read in the table and what is sealed, and puts it together again. */
@Injectable()
export class ApplicationSeal {
  constructor(private readonly cipher: FieldCipher) {}

  /** @param context row that holds the value; it opens nowhere else */
  close(application: Application, context: string): KeptApplication {
    const { legalRepresentative: head, contact, ...rest } = application;
    const personal: Personal = {
      residentId: head.residentId,
      phone: head.phone,
      contactPhone: contact.phone,
    };
    return {
      application: { ...rest, legalRepresentative: { name: head.name }, contact: { name: contact.name } },
      personal: this.cipher.seal(JSON.stringify(personal), context),
    };
  }

  open(kept: KeptApplication, context: string): Application {
    const open = kept.application as Application;
    const { residentId, phone, contactPhone } = JSON.parse(
      this.cipher.open(kept.personal, context),
    ) as Personal;
    return {
      ...open,
      // Filed before notices and further answers were kept with the application.
      notice: (open as Partial<Application>).notice ?? null,
      particulars: (open as Partial<Application>).particulars ?? {},
      legalRepresentative: { name: open.legalRepresentative.name, residentId, phone },
      contact: { name: open.contact.name, phone: contactPhone },
    };
  }

  indexOf({ legalRepresentative }: Application): string | null {
    const { residentId } = legalRepresentative;
    return residentId === null ? null : this.cipher.index(residentId, 'resident-id');
  }
}
