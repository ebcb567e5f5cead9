import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { type FileStore, MissingFile } from './file-store.ts';

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint: string | undefined;
}

/** Files in an S3 bucket (or a service that speaks its protocol), under `files/<sha256>`. */
export function s3FileStore(place: S3Place): FileStore {
  const client = new S3Client({
    region: place.region,
    // Services that only speak S3's protocol often don't know its newer checksums; the hash below is proof enough.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(place.endpoint ? { endpoint: place.endpoint, forcePathStyle: true } : {}),
  });
  const keyOf = (sha256: string) => ({ Bucket: place.bucket, Key: `files/${sha256}` });
  const has = async (sha256: string) => {
    try {
      await client.send(new HeadObjectCommand(keyOf(sha256)));
      return true;
    } catch (error) {
      if (error instanceof NotFound || error instanceof NoSuchKey) return false;
      throw error;
    }
  };
  return {
    has,
    async keep(path, sha256) {
      if (await has(sha256)) return;
      const { size } = await stat(path);
      await client.send(
        new PutObjectCommand({
          ...keyOf(sha256),
          Body: createReadStream(path),
          ContentLength: size,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        }),
      );
    },
    async open(sha256) {
      try {
        const { Body } = await client.send(new GetObjectCommand(keyOf(sha256)));
        if (Body instanceof Readable) return Body;
      } catch (error) {
        if (!(error instanceof NoSuchKey)) throw error;
      }
      throw new MissingFile(sha256);
    },
    async remove(sha256) {
      await client.send(new DeleteObjectCommand(keyOf(sha256)));
    },
  };
}
