import { getOctokit } from '@actions/github';
import { type GitHub, token as jobs } from './server.ts';

/** The octokit that actions use, on a test's GitHub. */
export type Octokit = ReturnType<typeof getOctokit>;

/** An octokit with this token; with the job's if none is given. */
export function octokitOf(github: GitHub, token: string = jobs): Octokit {
  return getOctokit(token, { baseUrl: github.url });
}

/** How a request of octokit failed: status and message. */
export async function failureOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    const { status, message } = error as { status?: number; message: string };
    return `${String(status)} ${message.split(' - https://docs.github.com')[0] ?? ''}`;
  }
  throw new Error('The request did not fail.');
}
