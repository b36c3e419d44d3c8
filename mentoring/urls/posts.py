"""Performance posts, their reviews, and their panels on the pages of a school and an activity."""

from django.urls import path

from mentoring.views import posts, review_steps, reviews

urlpatterns = [
    path("pos-kinerja/", posts.posts, name="posts"),
    path("pos-kinerja/tambah/", posts.post_add, name="post-add"),
    path("pos-kinerja/<int:pk>/", posts.post, name="post"),
    path("pos-kinerja/<int:pk>/ubah/", posts.post_edit, name="post-edit"),
    path("pos-kinerja/<int:pk>/tinjauan/tambah/", reviews.review_add, name="review-add"),
    path("tinjauan/<int:pk>/", reviews.review, name="review"),
    path("tinjauan/<int:pk>/isi/", reviews.review_edit, name="review-edit"),
    path("tinjauan/<int:pk>/terlaksana/", review_steps.review_hold, name="review-hold"),
    path("tinjauan/<int:pk>/sahkan/", review_steps.review_approve, name="review-approve"),
    path("tinjauan/<int:pk>/kembalikan/", review_steps.review_send_back, name="review-send-back"),
    path("tinjauan/<int:pk>/batalkan/", review_steps.review_cancel, name="review-cancel"),
    path("tinjauan/<int:pk>/berita-acara.pdf", reviews.review_minutes, name="review-minutes"),
    path("sekolah/<npsn:npsn>/pos-kinerja/", posts.school_posts, name="school-posts"),
    path("kegiatan/<int:pk>/tinjauan/", reviews.activity_reviews, name="activity-reviews"),
]
