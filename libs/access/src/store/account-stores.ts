import { Injectable } from '@nestjs/common';
import { KnownDeviceStore } from './known-device.store';
import { PersonStore } from './person.store';
import { SessionStore } from './session.store';
import { UnknownNameStore } from './unknown-name.store';

/** Everything a sign-in reads and writes. */
@Injectable()
export class AccountStores {
  constructor(
    readonly people: PersonStore,
    readonly devices: KnownDeviceStore,
    readonly sessions: SessionStore,
    readonly unknownNames: UnknownNameStore,
  ) {}
}
