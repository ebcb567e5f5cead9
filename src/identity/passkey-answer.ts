import { z } from 'zod';

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(20_000);

const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** Ways to reach a device that a newer browser names and we don't know are left out: they are only hints. */
function knownTransports(names: readonly string[]) {
  return names.flatMap((name) => transport.safeParse(name).data ?? []);
}

/** What a browser answers when a passkey is made (WebAuthn's RegistrationResponseJSON, as far as it is used). */
export const newPasskeyAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(20).transform(knownTransports).exactOptional(),
  }),
});
export type NewPasskeyAnswer = z.output<typeof newPasskeyAnswer>;

/** What a browser answers when a passkey is used (WebAuthn's AuthenticationResponseJSON). */
export const passkeyAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.exactOptional(),
  }),
});
export type PasskeyAnswer = z.output<typeof passkeyAnswer>;
