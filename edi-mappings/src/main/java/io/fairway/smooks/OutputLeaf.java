package io.fairway.smooks;

/**
 * One value of the output.
 *
 * @param path where it is: path of elements and attribute ({@code ReleaseOrder/Container[2]/@number}), record and field
 *        ({@code 3/51[7]}: the seventh field of the third record, whose name is 51), or line
 * @param start first character of it
 * @param end behind the last
 */
record OutputLeaf(String path, int start, int end) {

    boolean holds(int at) {
        return at >= start && at < end;
    }
}
