package dev.pipemark.pool;

/** A thread of a pool. Whoever adds tasks on one is never held, since it may be the one that makes room. */
class PoolThread extends Thread {
    PoolThread(String name) {
        super(name);
        setDaemon(true);
    }

    PoolThread(String name, Runnable work) {
        super(work, name);
        setDaemon(true);
    }
}
