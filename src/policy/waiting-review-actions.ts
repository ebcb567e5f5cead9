export { listWaitingReviews, type WaitingReview } from './waiting-review-store.ts';
