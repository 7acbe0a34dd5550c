import { afterEach, beforeEach, expect } from '@jest/globals';
import { type GitHub, type GitHubOptions, startGitHub } from './server.ts';

/**
 * A new GitHub for each test of the file, which fails if a request broke the contract. A test that breaks it on
 * purpose takes what it expects out of `violations`.
 */
export function useGitHub(options?: GitHubOptions): () => GitHub {
  let github: GitHub | undefined;
  beforeEach(async () => {
    github = await startGitHub(options);
  });
  afterEach(async () => {
    await github?.close();
    expect(github?.violations).toEqual([]);
  });
  return () => {
    if (github === undefined) throw new Error('There is a GitHub only while a test runs.');
    return github;
  };
}
