/**
 * That there is no other door: attacks on the running application, as a catalogue that can be read, and requests made at
 * random.
 */
package com.targettoclose.attack;
