import { Count, OneOf, Without } from '@bw/contracts-base';
import { ClientClosed, ClientProfileChanged, ClientRegistered } from '@bw/contracts-engagement';

export class RegisterClientBody extends Without(ClientRegistered, 'clientId') {}
export class ClientProfileBody extends Without(ClientProfileChanged, 'clientId') {}
export class CloseClientBody extends Without(ClientClosed, 'clientId') {}

export class ClientView extends ClientRegistered {
  @OneOf('active', 'closed') readonly status!: 'active' | 'closed';
  @Count() readonly version!: number;
}
