package com.targettoclose.architecture.wrong;

/** Prints. */
public class Chatterbox {

    public void talk(Exception e) {
        System.out.println("Hello");
        System.err.println("Hello");
        e.printStackTrace();
    }
}
