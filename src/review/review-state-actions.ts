export { findReviewProgress } from './submission-store.ts';
