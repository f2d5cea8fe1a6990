/** Marks that something is still to come here: what stands below keeps its place, unseen, until it is there (held.css). */
export const Settling = () => <span class="settling" hidden />;
